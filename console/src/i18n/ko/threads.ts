export const threads = {
  title: '받은 문자',
};
