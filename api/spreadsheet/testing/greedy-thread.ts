const kept: string[][] = [];
for (let n = 0; ; n += 1) kept.push(Array.from({ length: 10_000 }, (_, at) => `${n}-${at}`));
