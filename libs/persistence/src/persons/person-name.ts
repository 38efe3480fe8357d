/**
 * Names as they are compared, never as they are shown. Two spellings of one name should come out the same; two people may,
 * because what follows is only a question to a person. In this order:
 *
 * 1. small letters, accents and apostrophes gone; what follows a comma is a degree and goes (`Siti, S.Pd.`);
 * 2. `bin`, `binti` and what follows them go: many registers leave the father's name out;
 * 3. titles go (`H.`, `Hj.`, `Drs`, `almarhum`, `Raden` …), unless nothing else is left;
 * 4. short forms of Muhammad and Abdul are spelt out (`Moch.`, `Muh`, `M.` before another name, `Abd`);
 * 5. spellings of before 1972 and of Arabic names are brought to one (`oe` → `u`, `dj` → `j`, `tj` → `c`, `sj` → `sy`,
 *    `nj` → `ny`, `hj` → `hy`, `ch` and `kh` → `h`, `sy` → `s`, `th` → `t`, `ie` → `i`, last `y` → `i`, last `h` gone, doubled letters once);
 * 6. words stand in the order of the alphabet.
 */
export function comparableName(name: string): string {
  const [plain = ''] = name
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ‘`´]/gu, '')
    .toLowerCase()
    .split(',');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const own = withoutFather(words);
  const named = own.filter((word) => !TITLES.has(word));
  return (named.length > 0 ? named : own)
    .map((word, index, all) => oneSpelling(spelledOut(word, index === 0 && all.length > 1)))
    .sort()
    .join(' ');
}

const FATHER: ReadonlySet<string> = new Set(['bin', 'binti', 'bt', 'bte']);
const TITLES: ReadonlySet<string> = new Set(
  (
    'h hj haji hajah hajjah k kh kyai ki nyai ustad ustadz ustadzah ust dr dra drs dg ir prof rr raden tn ny nn sdr sdri ' +
    'bpk bapak ibu alm almh almarhum almarhumah'
  ).split(' '),
);
const MUHAMMAD = /^(m|md|mhd|moh|mohd|muh|muhd|moch|mokh|much|mukh|m[uo](h|ch|kh)?h?am+[ae]d)$/;
const ABDUL = /^(abd|abdl|abdoel|abdoul)$/;

/** The name of the father follows; a name that begins so is a name. */
function withoutFather(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => index > 0 && FATHER.has(word));
  return at === -1 ? words : words.slice(0, at);
}

function spelledOut(word: string, isFirstOfMany: boolean): string {
  if (word === 'm' && !isFirstOfMany) return word; // an initial
  if (MUHAMMAD.test(word)) return 'muhamad';
  return ABDUL.test(word) ? 'abdul' : word;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/o[eou]/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/sj/g, 'sy'],
  [/nj/g, 'ny'],
  [/hj/g, 'hy'],
  [/[ck]h/g, 'h'],
  [/sy/g, 's'],
  [/th/g, 't'],
  [/ie/g, 'i'],
  [/(?<=.)y$/g, 'i'],
  [/(?<=..)h$/g, ''],
  [/(.)\1+/gu, '$1'],
];

/** One rule makes work for another (`ooe`), so they go round until nothing changes: each of them shortens or settles. */
function oneSpelling(word: string): string {
  const changed = SPELLINGS.reduce((text, [pattern, by]) => text.replace(pattern, by), word);
  return changed === word ? word : oneSpelling(changed);
}
