/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-settings.h"

/* What the program remembers between two days. It also runs where its settings are not installed, as when it
 * is tried out of a folder; then everything begins as it would on the first day. */

/**
 * tori_settings_open:
 *
 * Returns: (transfer full) (nullable): the program's settings; NULL where they are not installed
 */
GSettings *
tori_settings_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source == NULL ? NULL : g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema == NULL ? NULL : g_settings_new_full (schema, NULL, NULL);
}
