import '../platform/fine.ts'
