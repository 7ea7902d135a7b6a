export const phone = {
  title: '브라우저 전화',
};
