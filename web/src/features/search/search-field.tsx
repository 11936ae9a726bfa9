import { useQuery } from '@tanstack/react-query'
import { CornerDownLeft, FileText, Search } from 'lucide-react'
import { type KeyboardEvent, type Ref, useDeferredValue, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answered } from '../../api/api.ts'
import { useApi } from '../../app/means.ts'
import { useWords } from './words.ts'

type Suggestion = Answered<'GET', '/api/search/suggestions'>['items'][number]

type Props = {
  ref: Ref<HTMLInputElement>
  initial: string
  label: string
  placeholder: string
  /** These words are to be searched: typed and sent, or chosen. */
  onSearch: (words: string) => void
}

// Safari says keyCode 229 where others say isComposing.
const isComposing = ({ nativeEvent }: KeyboardEvent) => nativeEvent.isComposing || nativeEvent.keyCode === 229

/** A search box's input with what may be meant below it: own searches, words, titles. Works as a plain input, too. */
export function SearchField({ ref, initial, label, placeholder, onSearch }: Props) {
  const t = useWords()
  const navigate = useNavigate()
  const listId = useId()
  const [typed, setTyped] = useState(initial)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const items = useSuggestions(useDeferredValue(typed.trim()), open)
  const shown = open && items.length > 0

  function choose({ text, link }: Suggestion) {
    setOpen(false)
    if (link) void navigate(link)
    else onSearch(text)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    const chosen = shown ? items[at] : undefined
    if (event.key === 'Enter' && chosen) choose(chosen)
    else if (event.key === 'ArrowDown' && shown) setAt((n) => Math.min(n + 1, items.length - 1))
    else if (event.key === 'ArrowUp' && shown) setAt((n) => Math.max(n - 1, -1))
    else {
      if (event.key === 'Escape' || event.key === 'Enter') setOpen(false)
      return
    }
    event.preventDefault()
  }

  return (
    <>
      <input
        ref={ref}
        name="q"
        type="search"
        defaultValue={initial}
        maxLength={100}
        autoComplete="off"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && at >= 0 ? `${listId}-${at}` : undefined}
        placeholder={placeholder}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(-1)
          setOpen(true)
        }}
      />
      <div id={listId} role="listbox" className="suggestions" aria-label={t('suggestions')} hidden={!shown}>
        {items.map((item, n) => (
          <div
            key={`${item.kind} ${item.text}`}
            id={`${listId}-${n}`}
            role="option"
            tabIndex={-1}
            className="menu-item"
            aria-selected={n === at}
            data-highlighted={n === at || undefined}
            onPointerEnter={() => setAt(n)}
            // Before the input loses the focus.
            onPointerDown={(event) => {
              event.preventDefault()
              choose(item)
            }}
          >
            {item.kind === 'title' ? <FileText /> : <Search />}
            <span className="clip">{item.text}</span>
            {n === at && <CornerDownLeft className="s14 ml-auto" />}
          </div>
        ))}
      </div>
    </>
  )
}

function useSuggestions(q: string, enabled: boolean): Suggestion[] {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['search-suggestions', q],
    queryFn: ({ signal }) => api.get('/api/search/suggestions', { query: { q }, signal }),
    enabled,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  })
  return data?.items ?? []
}
