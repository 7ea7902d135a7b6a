export const letterings = {
  title: '레터링',
};
