// A hundred technicians, each reading a page of the queue, thinking for 1.75 s, reading on. Run by `npm run load`,
// which starts the product and sets NAME, ORIGIN and TOKENS.
import { check, sleep } from 'k6';
import http from 'k6/http';
import exec from 'k6/execution';

const WARM = '10s';
const MEASURED = 'http_req_duration{scenario:queue}';
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
    // The product has just started: its first requests are compiled, not measured.
    warm: { executor: 'constant-vus', vus: 20, duration: WARM, gracefulStop: '0s', env: { THINK: '0.02' } },
    queue: { executor: 'constant-vus', vus: 100, startTime: WARM, duration: __ENV.DURATION || '60s' },
  },
  thresholds: { http_req_failed: ['rate==0'], checks: ['rate==1'], [MEASURED]: ['p(95)<=2.5'] },
  summaryTrendStats: ['avg', 'med', 'p(95)', 'p(99)', 'max'],
};

export default function () {
  const think = Number(__ENV.THINK || THINK_SECONDS);
  const turn = exec.vu.idInTest + exec.vu.iterationInScenario;
  const token = tokens[exec.vu.idInTest % tokens.length];
  // So that the clients do not all ask in the same moment.
  if (exec.vu.iterationInScenario === 0) sleep(Math.random() * think);
  const answer = http.get(`${__ENV.ORIGIN}/api/tickets?limit=50&${views[turn % views.length]}`, {
    headers: { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'gzip' },
    tags: { name: 'queue' },
  });
  // Not parsed: that would take the machine's time from the answers that are measured.
  check(answer, { 'a page of the queue': (it) => it.status === 200 && it.body.startsWith('{"items":[') });
  sleep(think);
}

export function handleSummary({ metrics }) {
  const { [MEASURED]: took, http_req_failed: failed, http_reqs: requests } = metrics;
  const line = (name, value, unit) => `load.${__ENV.NAME}.${name} ${value} ${unit}\n`;
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
