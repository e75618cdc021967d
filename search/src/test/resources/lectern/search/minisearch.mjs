// The same passages and typed queries with MiniSearch: node minisearch.mjs NODE_MODULES FILE
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
const [modules, file] = process.argv.slice(2);
const {default: MiniSearch} = await import(pathToFileURL(modules + '/minisearch/dist/es/index.js'));
const lines = readFileSync(file, 'utf8').split('\n');
const passages = [], queries = [];
for (const line of lines) {
  const cells = line.split('\t');
  if (cells[0] === 'P') passages.push({id: passages.length, title: cells[1], trail: cells[2], text: cells[3]});
  if (cells[0] === 'Q') queries.push(cells[1]);
}
const index = new MiniSearch({fields: ['title', 'trail', 'text'], searchOptions: {prefix: true, fuzzy: 0.2, boost: {title: 2}}});
index.addAll(passages);
queries.forEach(query => index.search(query));
const times = queries.map(query => { const start = performance.now(); index.search(query).slice(0, 10); return performance.now() - start; }).sort((a, b) => a - b);
console.log(`  MiniSearch, prefix and fuzzy, no snippets: p50 ${times[times.length >> 1].toFixed(2)} ms, p99 ${times[Math.floor(times.length * .99)].toFixed(2)} ms, most ${times.at(-1).toFixed(2)} ms`);
