export const profile = {
  title: '내 정보',
};
