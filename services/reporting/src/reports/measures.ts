/** A figure with a count of its own: what is counted, by which month, and what else is told of the same cases. */
export interface Measure {
  readonly name: string;
  readonly label: { readonly id: string; readonly en: string };
  /** Rows to count: columns `place`, `kind`, `month` and, where the report has one, `part`; one row for each case or act. */
  readonly rows: string;
  /** Told of the same rows, as SQL aggregates; hidden where the count is. */
  readonly more: Readonly<Record<string, string>>;
  /** A stock at the end of a month: months do not add up, so there is no figure for all of them. */
  readonly isStock?: true;
}

/** A table of figures: its name, and the dimension it has besides place, kind and month. */
export interface Report {
  readonly name: string;
  readonly title: { readonly id: string; readonly en: string };
  readonly part: string | null;
  readonly measures: readonly Measure[];
}

const KIND = `c.type, c.subject`;
const PLACE = `c.province, c.regency, c.office`;
const CASES = `reporting.reported_case c`;
const median = (value: string): string => `percentile_cont(0.5) within group (order by ${value})`;
const nineTenths = (value: string): string => `percentile_cont(0.9) within group (order by ${value})`;
const days = (later: string, earlier: string): string => `extract(epoch from ${later} - ${earlier}) / 86400`;

const FLOW: Report = {
  name: 'flow',
  title: { id: 'Arus kasus', en: 'Flow of cases' },
  part: null,
  measures: [
    {
      name: 'opened',
      label: { id: 'Masuk', en: 'Inflow' },
      rows: `select ${PLACE}, ${KIND}, c.opened_month as month from ${CASES}`,
      more: {},
    },
    {
      name: 'closed',
      label: { id: 'Selesai', en: 'Closed' },
      rows: `select ${PLACE}, ${KIND}, c.closed_month as month from ${CASES} where c.closed_month is not null`,
      more: {},
    },
    {
      name: 'open',
      label: { id: 'Terbuka pada akhir bulan', en: 'Open at the end of the month' },
      isStock: true,
      rows: `select ${PLACE}, ${KIND}, m.month, ${days('m.end_at', 'c.opened_at')} as age
        from (
          select to_char(first, 'YYYY-MM') as month, least((first + interval '1 month') at time zone 'Asia/Jakarta', now()) as end_at
          from generate_series(
            (select to_date(min(opened_month), 'YYYY-MM')::timestamp from ${CASES}),
            date_trunc('month', now() at time zone 'Asia/Jakarta'), interval '1 month') first
        ) m join ${CASES} on c.opened_at < m.end_at and (c.closed_at is null or c.closed_at >= m.end_at)`,
      more: { openMedianDays: median('age'), openOldestDays: 'max(age)' },
    },
    {
      name: 'escalations',
      label: { id: 'Eskalasi', en: 'Escalations' },
      rows: `select ${PLACE}, ${KIND}, e.month from reporting.escalation e join ${CASES} using (case_id)`,
      more: {},
    },
    {
      name: 'clocksEnded',
      label: { id: 'Jam berakhir', en: 'Clocks that ended' },
      rows: `select ${PLACE}, ${KIND}, r.ended_month as month, r.clock, r.breached_at is not null as breached
        from reporting.clock_run r join ${CASES} using (case_id) where r.ended_month is not null`,
      more: { breachPercent: `round(100 * avg(breached::int))`, clocks: `array_agg(distinct clock order by clock)` },
    },
  ],
};

const STAGES: Report = {
  name: 'stages',
  title: { id: 'Waktu per tahap', en: 'Time in each stage' },
  part: 'stage',
  measures: [
    {
      name: 'left',
      label: { id: 'Keluar dari tahap', en: 'Stays that ended' },
      rows: `select ${PLACE}, ${KIND}, v.left_month as month, v.stage as part, extract(epoch from v.left_at - v.entered_at) / 3600 as hours
        from reporting.stage_visit v join ${CASES} using (case_id) where v.left_month is not null`,
      more: { medianHours: median('hours'), nineTenthsHours: nineTenths('hours') },
    },
  ],
};

const OUTCOMES: Report = {
  name: 'outcomes',
  title: { id: 'Hasil', en: 'Outcomes' },
  part: 'outcome',
  measures: [
    {
      name: 'closed',
      label: { id: 'Selesai', en: 'Closed' },
      rows: `select ${PLACE}, ${KIND}, c.closed_month as month, c.outcome as part from ${CASES} where c.closed_month is not null`,
      more: {},
    },
  ],
};

const AMOUNTS: Report = {
  name: 'amounts',
  title: { id: 'Jumlah dan waktu sampai dibayar', en: 'Amounts and time to money' },
  part: null,
  measures: [
    {
      name: 'decided',
      label: { id: 'Klaim diputuskan', en: 'Claims decided' },
      rows: `select ${PLACE}, ${KIND}, c.decided_month as month, c.asked_idr, c.verified_idr, c.decided_idr
        from ${CASES} where c.decided_month is not null and c.type = 'claim'`,
      more: {
        askedIdr: 'sum(asked_idr)::text',
        verifiedIdr: 'sum(verified_idr)::text',
        decidedIdr: 'sum(decided_idr)::text',
      },
    },
    {
      name: 'paid',
      label: { id: 'Klaim dibayar', en: 'Claims paid' },
      rows: `select ${PLACE}, ${KIND}, c.paid_month as month, c.paid_idr, ${days('c.paid_at', 'c.opened_at')} as days
        from ${CASES} where c.paid_month is not null and c.type = 'claim'`,
      more: {
        paidIdr: 'sum(paid_idr)::text',
        medianDaysToMoney: median('days'),
        nineTenthsDaysToMoney: nineTenths('days'),
      },
    },
  ],
};

/** Every report by name. */
export const REPORTS: ReadonlyMap<string, Report> = new Map(
  [FLOW, STAGES, OUTCOMES, AMOUNTS].map((report) => [report.name, report]),
);
