import type { Story } from '../../gallery/story.ts'
import { Prose } from './markdown.tsx'

const html = `<h2>준비</h2><p>볕이 드는 쪽에 <code>삽</code>으로 <strong>깊이</strong> 심어요. <a href="#Prose">자세히</a></p>
<ul><li>흙</li><li>물</li></ul><blockquote><p>이슬이 마른 뒤에</p></blockquote>
<pre><code class="language-ts">const tree = '감'</code></pre>
<table><thead><tr><th>달</th><th>일</th></tr></thead><tbody><tr><td>3월</td><td>심기</td></tr></tbody></table>`

export const story: Story = {
  component: 'Prose',
  states: { default: () => <Prose html={html} />, small: () => <Prose html={html} small /> },
}
