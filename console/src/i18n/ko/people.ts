export const people = {
  title: '사용자',
};
