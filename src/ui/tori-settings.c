/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-settings.h"

/* What the program remembers between two days. It also runs where its settings are not installed, as when it
 * is tried out of a folder; then everything begins as it would on the first day. */

/* The entry that was not set for the longest time goes when there would be more. */
#define MOST_ENTRIES 100

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

/**
 * tori_settings_get_entry:
 * @key: a key whose value is a dictionary
 * @name: the name of an entry
 *
 * Returns: (transfer full) (nullable): what is remembered under that name
 */
GVariant *
tori_settings_get_entry (const char *key, const char *name)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  g_autoptr (GVariant) dictionary = settings == NULL ? NULL : g_settings_get_value (settings, key);

  return dictionary == NULL ? NULL : g_variant_lookup_value (dictionary, name, NULL);
}

/**
 * tori_settings_set_entry:
 * @key: a key whose value is a dictionary
 * @name: the name of an entry
 * @value: what is remembered under that name from now on; taken if floating
 */
void
tori_settings_set_entry (const char *key, const char *name, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GSettings) settings = tori_settings_open ();
  g_autoptr (GVariant) former = settings == NULL ? NULL : g_settings_get_value (settings, key);
  g_autoptr (GVariantBuilder) builder = NULL;

  if (settings == NULL)
    return;
  builder = g_variant_builder_new (g_variant_get_type (former));
  for (gsize i = g_variant_n_children (former) < MOST_ENTRIES ? 0 : 1; i < g_variant_n_children (former); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (former, i);
      g_autoptr (GVariant) entry_name = g_variant_get_child_value (entry, 0);

      if (!g_str_equal (g_variant_get_string (entry_name, NULL), name))
        g_variant_builder_add_value (builder, entry);
    }
  g_variant_builder_add_value (builder, g_variant_new_dict_entry (g_variant_new_string (name), owned));
  g_settings_set_value (settings, key, g_variant_builder_end (builder));
}
