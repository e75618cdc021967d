// "Check this widget": the oracle's cases on the compiled kernels, in this browser; loaded only when asked for.

const text = async name => {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
};

export async function run({topics, verdict}) {
  try {
    const proof = await import('./proof.js');
    const files = await Promise.all(topics.map(topic => text(`${topic}.json`)));
    const lines = files.flatMap(file => JSON.parse(proof.prove(file)).topics);
    const sum = key => lines.reduce((all, line) => all + line[key], 0);
    const sources = [...new Set(lines.flatMap(line => line.sources))].map(source => source.replace(/ \(.*/, ''));
    verdict(sum('cases'), sum('passed'), Math.max(...lines.map(line => line.worst)), sources.join(', '));
  } catch {
    verdict(0, 0, 0, '');
  }
}
