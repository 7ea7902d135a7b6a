export const optOuts = {
  title: '수신거부',
};
