import type { PublicFact } from '#lib/contract.ts';

const facts: Record<PublicFact, string> = {
  name: 'Its name',
  category: 'Its category',
  room: 'The room it is in',
};

/** What a change of the settings names, in their history. */
export const settingsFields: Readonly<Record<string, string>> = {
  'terms.version': 'Version',
  'terms.text': 'Terms',
  'publicScan.facts': 'Visitors see',
  'publicScan.mayReport': 'Offered to report',
};

export const settings = {
  title: 'Settings',
  terms: 'Terms of lending',
  termsText: 'Whoever is lent something is shown these and signs for them.',
  termsVersion: (version: number) => `Version ${version}`,
  noTerms: 'None yet. Borrowers sign without terms.',
  changeTerms: 'Change the terms',
  termsLabel: 'Text of the terms',
  termsHint:
    'Saving makes a new version. What has been signed stays signed as it was; whoever has still to sign sees the new text.',
  publicScan: 'Labels scanned by visitors',
  publicScanText: 'What somebody sees who scans a label and is not signed in.',
  changePublicScan: 'Change what visitors see',
  visible: 'Shown to everybody',
  facts,
  nothing: 'Nothing about the thing',
  mayReport: 'Visitors are offered to report a problem, after signing in',
  reporting: 'Reporting',
  reportOn: 'Offered',
  reportOff: 'Not offered',
};
