/**
 * Short numbers of public services (특수번호) that are in use. A list, not a pattern: 1004 or 1001 is somebody's
 * extension, and no pattern tells them from 1330.
 */
export const SPECIAL_NUMBERS: ReadonlySet<string> = new Set(
  (
    '100 101 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120 121 122 123 125 126 127 128 129 131 ' +
    '132 134 141 151 155 182 188 1301 1303 1330 1331 1332 1333 1335 1336 1338 1339 1345 1350 1355 1357 1359 1365 ' +
    '1366 1369 1372 1377 1379 1381 1382 1385 1388 1390 1391 1392 1393 1397 1398 1399 1541 1633 1670 1677'
  ).split(' '),
);
