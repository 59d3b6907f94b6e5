export type LabelField =
  'name' | 'category' | 'room' | 'serial' | 'model' | 'maker' | 'purchasedOn' | 'warrantyUntil';

/** All lengths are in millimetres. On a tape each label is a page of its own. */
export interface LabelLayout {
  readonly name: string;
  readonly title: string;
  readonly kind: 'sheet' | 'tape';
  readonly page: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  readonly label: { readonly width: number; readonly height: number };
  /** Of the first label from the left and the top of the page. */
  readonly origin: { readonly x: number; readonly y: number };
  /** From one label to the next. */
  readonly pitch: { readonly x: number; readonly y: number };
}

/** `POST /api/labels.pdf` */
export interface LabelRequest {
  readonly layout: string;
  /** 1 to 2,000 things, in the order of their labels. */
  readonly ids: readonly string[];
  readonly fields: readonly LabelField[];
  /** How many labels of the first sheet are used already. */
  readonly skip?: number;
  /** A line above the tag, such as whose it is. */
  readonly heading?: string;
}
