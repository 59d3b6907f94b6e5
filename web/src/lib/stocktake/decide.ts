import type { Answer, Api } from '#lib/api/request.ts';
import type { Decision, DecisionBody, Done, StandsNow } from '#lib/contract.ts';

/** What can be decided about a line of the report. */
export interface ReportLine extends StandsNow {
  /** The equipment's id or, where nobody knows it, the scan's. */
  readonly line: string;
  readonly tag: string;
  readonly name: string | null;
  readonly href: string | null;
  readonly hint: string;
  readonly decision: string | null;
}

export const decide = (api: Api, stocktakeId: string, body: DecisionBody): Promise<Answer<Done>> =>
  api.post(`/stocktakes/${stocktakeId}/decide`, body);

export type Choice = Exclude<Decision, 'register'>;
