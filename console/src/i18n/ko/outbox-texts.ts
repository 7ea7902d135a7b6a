export const outboxTexts = {
  title: '문자 보관함',
};
