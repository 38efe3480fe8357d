import { describe, expect, test } from '@jest/globals';
import { BranchInsurer } from './branch-insurer.ts';
import { branchOf, channelOf } from './branches.ts';
import { GatewayEnv } from './gateway.config.ts';
import type { About, Insurer } from './insurer.port.ts';
import { ManualInsurer } from './manual-insurer.ts';

const { BPJS_CHANNELS: channels } = GatewayEnv.pick({ BPJS_CHANNELS: true }).parse({
  BPJS_CHANNELS: '*=http,35=manual,35.05=http',
});

describe('the channel of a branch', () => {
  test.each([
    ['35.05', 'http'],
    ['35.07', 'manual'],
    ['33.02', 'http'],
  ])('of %s is %s: the narrowest area wins', (branch, channel) => {
    expect(channelOf(channels, branch)).toBe(channel);
  });

  test('is the contract where nobody says otherwise', () => {
    const { BPJS_CHANNELS: none } = GatewayEnv.pick({ BPJS_CHANNELS: true }).parse({});
    expect(channelOf(none, '35.05')).toBe('http');
  });

  test.each(['35.05', '35.05=fax', 'Blitar=http', ''])('is not said by %j', (text) => {
    expect(GatewayEnv.pick({ BPJS_CHANNELS: true }).safeParse({ BPJS_CHANNELS: text }).success).toBe(false);
  });

  test('of a village is that of its regency', () => {
    expect(branchOf('35.05.08.2003')).toBe('35.05');
  });
});

describe('a branch that works on paper', () => {
  const never = (): Promise<never> => Promise.reject(new Error('nothing is sent there'));
  const http: Insurer = {
    reportAccident: never,
    submit: () => Promise.resolve({ kind: 'duplicate', caseId: 'over the contract' }),
    sendInformation: never,
    fileObjection: never,
    requestPayment: never,
    withdraw: never,
    isReachable: () => Promise.resolve(true),
  };
  const insurer = new BranchInsurer(channels, { http, manual: new ManualInsurer() });
  const paper: About = { caseId: 'c', branch: '35.07' };

  test('is sent nothing: an officer carries it there', async () => {
    const answers = await Promise.all([
      insurer.reportAccident('k', paper, { riskDay: '2026-01-05', riskCountry: 'TW' }),
      insurer.submit('k', paper, {} as never),
      insurer.sendInformation('k', paper, 'R', []),
      insurer.fileObjection('k', paper, 'R', 'FACTS_DIFFER'),
      insurer.requestPayment('k', paper, 'R', {} as never),
      insurer.withdraw('k', paper, 'R', 'OWN_WISH'),
    ]);
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['manual']));
  });

  test('does not change how others are reached', async () => {
    const answer = await insurer.submit('k', { caseId: 'c', branch: '35.05' }, {} as never);
    expect(answer).toEqual({ kind: 'duplicate', caseId: 'over the contract' });
  });
});
