export const trunks = {
  title: '트렁크',
};
