import '../beta/index.ts'
