import '../features/two/screen.ts'
