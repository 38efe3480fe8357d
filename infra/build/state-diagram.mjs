// A case definition as a Mermaid state diagram: stages, and the commands that lead from one to the next.

/** `:` and `;` and `#` mean something to Mermaid. */
const words = (text) => text.replaceAll(/[:;#"]/g, ' ');

/** Commands that lead the same way share an arrow. */
function arrowsOf({ commands, opening }) {
  const arrows = new Map();
  const add = (from, to, label) => {
    const key = `${from} --> ${to}`;
    arrows.set(key, [...(arrows.get(key) ?? []), words(label)]);
  };
  for (const [name, { from, to, label }] of Object.entries(commands)) {
    if (to === undefined) continue;
    if (opening.includes(name)) add('[*]', to, label.en);
    for (const stage of from) add(stage, to, label.en);
  }
  return arrows;
}

/** @param {import('@titian/domain').CaseDefinition} definition */
export function mermaidOf(definition) {
  const stages = Object.entries(definition.stages);
  return [
    'stateDiagram-v2',
    ...stages.map(([name, { label }]) => `  state "${words(label.en)}" as ${name}`),
    ...[...arrowsOf(definition)].map(([arrow, labels]) => `  ${arrow} : ${labels.join(' / ')}`),
    ...stages.filter(([, { final }]) => final).map(([name]) => `  ${name} --> [*]`),
  ].join('\n');
}
