const paths = {
  sure: 'M3.5 8.5l3 3 6-7',
  doubtful: 'M6 6a2 2 0 1 1 2.6 1.9c-.5.2-.6.6-.6 1.1v.5M8 11.7v.3',
  missing: 'M4.5 8h7',
  invalid: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  person: 'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3.5 13.5c.4-2.4 2.2-3.7 4.5-3.7s4.1 1.3 4.5 3.7',
  warning: 'M8 2.5L14.2 13.5H1.8zM8 6.5v3.2M8 11.5v.3',
  wait: 'M8 4.5V8l2.3 1.5M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12z',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  folder: 'M2 4.5h4l1.5 1.5H14v7H2z',
  copy: 'M5.5 5.5h7v7h-7zM3.5 10.5v-7h7',
  remove: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  stamp:
    'M5 13.5h6M4 11.5h8l-.5-2.5h-2c-.8-1.5.4-2.8.4-4.2A1.9 1.9 0 0 0 8 3a1.9 1.9 0 0 0-1.9 1.8C6.1 6.2 7.3 7.5 6.5 9h-2z',
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing beside a text that says the same; hidden from screen readers. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** The product's mark: shelves of a records house under one pediment. */
export function Mark({ className }: { readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M10 1.5L18.5 6v1.5h-17V6z" fill="currentColor" />
      <path
        d="M3.5 9v7.5M7.8 9v7.5M12.2 9v7.5M16.5 9v7.5M1.5 18h17"
        stroke="currentColor"
        strokeWidth="1.8"
        fill="none"
      />
    </svg>
  );
}
