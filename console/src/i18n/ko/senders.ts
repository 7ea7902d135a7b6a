export const senders = {
  title: '발신번호',
};
