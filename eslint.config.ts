import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const size: Record<string, ['error', number | { max: number; variant: 'modified' }]> = {
  complexity: ['error', { max: 8, variant: 'modified' }],
  'max-lines': ['error', 150],
  'max-params': ['error', 4],
};

export default defineConfig(
  globalIgnores([
    '**/node_modules',
    'data',
    'build',
    'web/build',
    'web/.svelte-kit',
    'tests/load/*.js',
    '.cache',
  ]),
  {
    files: ['**/*.ts'],
    ignores: ['web/**'],
    extends: [js.configs.recommended, ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...size,
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines': ['error', 300], '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['web/**/*.ts', 'web/**/*.svelte', 'web/**/*.svelte.ts'],
    extends: [js.configs.recommended, ts.configs.recommended, svelte.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      ...size,
      'max-lines': ['error', 200],
      'no-undef': 'off',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
);
