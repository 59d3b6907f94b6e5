// A hundred technicians, each reading a page of the queue, thinking for 1.75 s, reading on. Run by `npm run load`,
// which starts the product and sets ORIGIN and TOKENS.
import { check, sleep } from 'k6';
import http from 'k6/http';
import exec from 'k6/execution';

const THINK_SECONDS = 1.75;
const tokens = __ENV.TOKENS.split(',');
const views = [
  'status=New,Open,Pending&sort=-updatedAt',
  'status=New&assignee=none&sort=-priority',
  'assignee=me&status=Open,Pending&sort=-updatedAt',
  'status=Open&priority=urgent,high&sort=openedAt',
  'status=Closed&sort=-updatedAt',
];

export const options = {
  scenarios: {
    queue: { executor: 'constant-vus', vus: 100, duration: __ENV.DURATION || '60s', gracefulStop: '5s' },
  },
  thresholds: { http_req_failed: ['rate==0'], checks: ['rate==1'], http_req_duration: ['p(95)<=2.5'] },
  summaryTrendStats: ['avg', 'med', 'p(95)', 'p(99)', 'max'],
};

export default function () {
  const turn = exec.vu.idInTest + exec.vu.iterationInScenario;
  const token = tokens[exec.vu.idInTest % tokens.length];
  // So that the clients do not all ask in the same moment.
  if (exec.vu.iterationInScenario === 0) sleep(Math.random() * THINK_SECONDS);
  const answer = http.get(`${__ENV.ORIGIN}/api/tickets?limit=50&${views[turn % views.length]}`, {
    headers: { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'gzip' },
    tags: { name: 'queue' },
  });
  check(answer, { 'a page of the queue': (it) => it.status === 200 && Array.isArray(it.json('items')) });
  sleep(THINK_SECONDS);
}

export function handleSummary({ metrics }) {
  const { http_req_duration: took, http_req_failed: failed, http_reqs: requests } = metrics;
  const line = (name, value, unit) => `load.queue.${name} ${value} ${unit}\n`;
  return {
    stdout:
      line('p50', took.values.med.toFixed(2), 'ms') +
      line('p95', took.values['p(95)'].toFixed(2), 'ms') +
      line('p99', took.values['p(99)'].toFixed(2), 'ms') +
      line('max', took.values.max.toFixed(2), 'ms') +
      line('requests', requests.values.count, 'requests') +
      line('errors', failed.values.passes, 'requests'),
  };
}
