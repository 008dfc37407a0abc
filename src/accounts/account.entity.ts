import { Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../database/portable-columns.js';

/** A citizen or business user (账号). Nothing personal is kept beyond the WeChat identity. */
@Entity('account')
export class Account {
  @IdColumn()
  id!: string;

  @InstantColumn()
  createdAt!: Date;
}
