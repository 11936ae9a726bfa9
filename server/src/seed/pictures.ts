import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { multipart } from '../importers/writer.ts'
import type { Api } from '../process/in-process-api.ts'
import type { Person } from './plan.ts'

const palettes = [
  ['#f4d6a0', '#e07a5f', '#3d405b', '#81b29a'],
  ['#cfe3ee', '#5b8ea6', '#24455c', '#f2c14e'],
  ['#e8dff0', '#9a7aa0', '#4a3b5c', '#f0b67f'],
  ['#dcead2', '#7ba05b', '#36523a', '#f3e9c6'],
  ['#f9dcc4', '#f08a5d', '#6a2c70', '#f9ed69'],
  ['#d5e8e4', '#3f8f83', '#20504f', '#f7b267'],
] as const

type Colours = (typeof palettes)[number]

const scenes: ((colours: Colours) => string)[] = [
  ([, a, b, c]) =>
    `<circle cx="176" cy="84" r="36" fill="${c}"/><path d="M0 190 Q70 110 140 176 T256 150 V256 H0Z" fill="${a}"/><path d="M0 224 Q90 160 170 214 T256 204 V256 H0Z" fill="${b}"/>`,
  ([, a, b, c]) =>
    `<path d="M128 44 C60 90 60 170 128 216 C196 170 196 90 128 44Z" fill="${a}"/><path d="M128 60 V232" stroke="${b}" stroke-width="8" stroke-linecap="round"/><path d="M128 120 L92 96 M128 150 L168 122 M128 176 L94 156" stroke="${b}" stroke-width="6" stroke-linecap="round"/><circle cx="206" cy="54" r="14" fill="${c}"/>`,
  ([, a, b, c]) =>
    `<path d="M0 140 Q32 112 64 140 T128 140 T192 140 T256 140 V256 H0Z" fill="${a}"/><path d="M0 186 Q32 158 64 186 T128 186 T192 186 T256 186 V256 H0Z" fill="${b}"/><path d="M96 128 L128 52 L128 128Z" fill="${c}"/><path d="M134 128 V70 L164 128Z" fill="#fff" opacity=".85"/><path d="M84 134 H176 L160 156 H100Z" fill="${b}"/>`,
  ([, a, b, c]) =>
    `<path d="M20 214 L104 84 L150 152 L178 112 L240 214Z" fill="${a}"/><path d="M104 84 L128 122 L104 134 L84 116Z" fill="#fff" opacity=".9"/><path d="M0 214 H256 V256 H0Z" fill="${b}"/><circle cx="196" cy="70" r="24" fill="${c}"/>`,
  ([, a, b, c]) =>
    `<path d="M64 104 H176 V172 Q176 212 136 212 H104 Q64 212 64 172Z" fill="${a}"/><path d="M176 122 q40 0 40 32 t-44 32" fill="none" stroke="${a}" stroke-width="14"/><path d="M96 84 q-12 -18 0 -34 M124 84 q-12 -18 0 -34 M152 84 q-12 -18 0 -34" fill="none" stroke="${b}" stroke-width="8" stroke-linecap="round"/><rect x="44" y="216" width="152" height="12" rx="6" fill="${c}"/>`,
]

const bytesOf = (name: string) => createHash('sha256').update(name).digest()

async function upload(api: Api, token: string, kind: 'avatar' | 'image', name: string, svg: Buffer) {
  const { body, headers } = multipart(name, await sharp(svg).png().toBuffer())
  const answer = await api.call('POST', `/api/files?kind=${kind}`, { token, body, headers })
  if (answer.status !== 201) throw new Error(`${name} was not taken: ${JSON.stringify(answer.body)}`)
  return answer.body as { id: string; url: string; width: number; height: number }
}

/** A drawn picture for about one member of three; the others keep the cloth that the screens give them. */
export async function paintAvatar(api: Api, token: string, { key, role }: Person): Promise<string | undefined> {
  const [first = 0, second = 0, third = 0] = bytesOf(`avatar ${key}`)
  const scene = scenes[second % scenes.length]
  const colours = palettes[third % palettes.length]
  if (first % 3 !== 0 || role === 'newbie' || !scene || !colours) return undefined
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256"><rect width="256" height="256" fill="${colours[0]}"/>${scene(colours)}</svg>`
  return (await upload(api, token, 'avatar', 'avatar.png', Buffer.from(svg))).id
}

const mark = /\(picture:([a-z]+)\)/g

/** Puts drawn pictures where a text says `![…](picture:walk)`. */
export async function paintPictures(api: Api, token: string, body: string): Promise<string> {
  let painted = body
  for (const [whole, name = ''] of body.matchAll(mark)) {
    const svg = await readFile(new URL(`./texts/pictures/${name}.svg`, import.meta.url))
    const { url, width, height } = await upload(api, token, 'image', `${name}.png`, svg)
    painted = painted.replace(whole, `(${url}#${width}x${height})`)
  }
  return painted
}
