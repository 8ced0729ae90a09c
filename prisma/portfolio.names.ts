/** Words that a contractor's books are full of; combined, so that thousands of names differ. */
const PLACES =
  'Ashford Bellweather Cedar Dunmore Eastgate Fairview Granite Harborview Ironwood Juniper Kingsley Lakeside Meridian Northgate Oakhurst Pinecrest Quarry Riverside Summit Thornhill Union Valley Westbrook Yorkfield'.split(
    ' ',
  );
const TRADES = [
  'School District',
  'Hospital Group',
  'Logistics',
  'Condominiums',
  'Hotels',
  'Farms',
  'Retail Partners',
  'Housing Trust',
  'Breweries',
  'Water Authority',
  'Community College',
  'Data Centers',
  'Property Management',
  'Transit Agency',
  'Manufacturing',
] as const;
const JOBS = [
  'Parking deck',
  'Roof replacement',
  'Cold storage hall',
  'Library renovation',
  'Lobby refit',
  'Loading docks',
  'Gym extension',
  'Salt barn',
  'Office fit-out',
  'Foundation repair',
  'Stair tower',
  'Facade cleaning',
  'Clean room',
  'Boiler house',
] as const;
const PARTS = ['phase 1', 'phase 2', 'north wing', 'south wing', 'annex', 'basement'] as const;

/** The parts of a number in a mixed base: each index picks another combination. */
function pick(index: number, ...lists: (readonly string[])[]): { words: string[]; round: number } {
  let rest = index;
  const words = lists.map((list) => {
    const word = list[rest % list.length] ?? '';
    rest = Math.floor(rest / list.length);
    return word;
  });
  return { words, round: rest };
}

export function clientName(index: number): string {
  const { words, round } = pick(index, PLACES, TRADES);
  return round === 0 ? words.join(' ') : `${words.join(' ')} ${round + 1}`;
}

export function projectName(index: number): string {
  const { words, round } = pick(index, JOBS, PARTS);
  return round === 0 ? words.join(', ') : `${words.join(', ')}, lot ${round}`;
}

/** What is invoiced: description, unit, price in a currency with cents, price in yen, usual quantity. */
export const WORK = [
  ['Concrete C30/37, placed', 'yd³', '184.50', '27600', 42],
  ['Formwork', 'ft²', '9.75', '1460', 860],
  ['Reinforcing steel', 'lb', '1.12', '168', 6400],
  ['Carpenter', 'h', '68.00', '10200', 96],
  ['Electrician', 'h', '82.50', '12300', 54],
  ['Excavator with operator', 'h', '145.00', '21800', 32],
  ['Drywall, two layers', 'ft²', '4.85', '730', 2150],
  ['Site overhead', 'week', '2850.00', '428000', 2],
  ['Roofing membrane', 'ft²', '6.35', '950', 1900],
  ['Crane, 80 t', 'day', '2480.00', '372000', 3],
  ['Scaffold, rent', 'week', '1175.00', '176000', 5],
  ['Structural steel, erected', 'lb', '2.9450', '441.75', 5200],
  ['Painter', 'h', '54.00', '8100', 70],
  ['Waste disposal', 'yd³', '38.20', '5700', 60],
] as const;

export const MEMOS = [
  'Thank you for building with us.',
  'Retention is invoiced at handover.',
  'Per approved change order.',
  'Progress billing according to the schedule of values.',
] as const;
