import '../modules/alpha/index.ts'
