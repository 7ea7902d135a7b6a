/** Headings, folded, under which people keep numbers and names; what spreadsheets and address books export. */
const NUMBERS = [
  ...['수신번호', '전화번호', '휴대폰', '휴대폰번호', '휴대전화', '휴대전화번호', '핸드폰', '핸드폰번호'],
  ...[
    '연락처',
    '번호',
    '받는번호',
    '받는사람번호',
    'number',
    'phone',
    'phonenumber',
    'mobile',
    'mobilephone',
    'tel',
  ],
];
const NAMES = ['이름', '성명', '성함', '고객명', '수신자', '수신자명', '받는사람', 'name', 'fullname'];

/** `휴대폰 번호` and `Phone_Number` are headings that we know. */
const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()*.:]/g, '');

export const isNumberHeading = (heading: string): boolean => NUMBERS.includes(folded(heading));
export const isNameHeading = (heading: string): boolean => NAMES.includes(folded(heading));

/** Headings that may be variables of a text; others would have no place in one, or belong to JavaScript. */
export const isVariableHeading = (heading: string): boolean =>
  heading.length <= 40 && !heading.startsWith('__') && !/[\p{Cc}{}]/u.test(heading);
