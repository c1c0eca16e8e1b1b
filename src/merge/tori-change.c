/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "merge/tori-change.h"

ToriChange *
tori_change_new (ToriChangeKind kind, const ToriField *field, ToriRecord *old, ToriRecord *new)
{
  ToriChange *self = g_new0 (ToriChange, 1);

  self->kind = kind;
  self->field = field;
  g_set_object (&self->old, old);
  g_set_object (&self->new, new);
  return self;
}

/**
 * tori_change_copy_for:
 * @self: a change that others made
 * @ours: (nullable): the record as it is with us
 *
 * Returns: (transfer full): the conflict between the two
 */
ToriChange *
tori_change_copy_for (const ToriChange *self, ToriRecord *ours)
{
  ToriChange *copy = tori_change_new (self->kind, self->field, self->old, self->new);

  g_set_object (&copy->ours, ours);
  return copy;
}

void
tori_change_free (ToriChange *self)
{
  g_clear_object (&self->old);
  g_clear_object (&self->new);
  g_clear_object (&self->ours);
  g_free (self);
}

/**
 * tori_change_get_record:
 * @self: a change
 *
 * Returns: (transfer none): what changed, as it is now, or as it was if it is gone
 */
ToriRecord *
tori_change_get_record (const ToriChange *self)
{
  return self->new != NULL ? self->new : self->old;
}

/**
 * tori_change_get_initiative:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the initiative that it belongs to; NULL for what concerns the whole
 * plan
 */
ToriInitiative *
tori_change_get_initiative (const ToriChange *self)
{
  return tori_record_get_ancestor (tori_change_get_record (self), TORI_TYPE_INITIATIVE);
}

/**
 * tori_change_dup_path:
 * @self: a change
 *
 * Returns: (transfer full): its place in the file that has the new content, or in the old one for what is
 * gone, written as in messages about a file: `pillars[0].initiatives[2].title`
 */
char *
tori_change_dup_path (const ToriChange *self)
{
  GString *path = g_string_new (NULL);

  tori_record_append_path (tori_change_get_record (self), path);
  if (self->field != NULL)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->field->name);
  g_strdelimit (path->str, "-", '_');
  return g_string_free (path, FALSE);
}
