import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['dist', 'coverage'] },
  js.configs.recommended,
  typescript.configs.recommended,
  hooks.configs['recommended-latest'],
);
