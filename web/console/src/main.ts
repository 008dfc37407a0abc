import { createApp } from 'vue';
import 'tdesign-vue-next/es/style/index.css';
import ConsoleApp from './app.vue';
import { router } from './router.js';
import './styles/index.css';

createApp(ConsoleApp).use(router).mount('#console');
