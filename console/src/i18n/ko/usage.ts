export const usage = {
  title: '이용 요금',
};
