import { Search, X } from 'lucide-react'
import { type FormEvent, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useMeans } from '../../app/means.ts'
import { beginSearch } from './begin-search.ts'
import { SearchField } from './search-field.tsx'
import { useWords } from './words.ts'

/** The big box. A plain form, so it works without JavaScript. */
export function SearchForm({ q }: { q: string }) {
  const t = useWords()
  const { api, query } = useMeans()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  async function search(words: string) {
    if (words === '') return
    await beginSearch(api, query, words)
    await navigate(`/search?q=${encodeURIComponent(words)}`)
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    void search(input.current?.value.trim() ?? '')
  }
  return (
    <search>
      <form className="sbox" action="/search" onSubmit={onSubmit}>
        <Search className="s20 text-ink-3" />
        <SearchField
          key={q}
          ref={input}
          initial={q}
          label={t('words')}
          placeholder={t('placeholder')}
          onSearch={(words) => void search(words)}
        />
        {q !== '' && (
          <button
            type="button"
            className="ibtn sm js-only"
            aria-label={t('clear')}
            onClick={() => {
              if (!input.current) return
              input.current.value = ''
              input.current.focus()
            }}
          >
            <X />
          </button>
        )}
      </form>
    </search>
  )
}
