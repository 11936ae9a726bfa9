export * from '../../kernel/schema.ts'
