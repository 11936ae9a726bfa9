declare module 'virtual:features' {
  export const features: import('./app/feature.ts').Feature[]
}

declare module 'virtual:heads' {
  export const heads: [feature: string, import('./app/head.ts').Heads][]
}
