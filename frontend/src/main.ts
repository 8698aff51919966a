import { mount } from 'svelte';
import App from './App.svelte';
import { applyTheme, chosenTheme } from './logic/theme.ts';
import { startRouting } from './state/route.svelte.ts';
import './styles/main.css';

applyTheme(chosenTheme());
startRouting();
const target = document.getElementById('app');
if (target) mount(App, { target });
