import '../platform/uses-module.ts'
