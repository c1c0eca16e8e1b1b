/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-report-settings.h"

#include "ui/tori-settings.h"

/*
 * How reports are laid out: the options of each kind, of which one is chosen. A kind comes as it was laid out
 * last, in this window or an earlier one. What belongs to the plan is not kept for the next window: the year,
 * the department or division, a date that was typed.
 */

#define KEY "report-options"
#define N_KINDS (TORI_REPORT_SCHEDULE + 1)

struct _ToriReportSettings
{
  GObject parent_instance;

  ToriReportOptions *options[N_KINDS];
  char **approvals[N_KINDS]; /* the titles of the boxes, whether they are shown or not */
  ToriReportKind kind;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriReportSettings, tori_report_settings, G_TYPE_OBJECT)

/* --- Remembering --- */

static const char *
get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick; /* static */
}

/* @value stays what it is when the dictionary says nothing that is understood. */
static void
look_up_nick (GVariant *dictionary, const char *name, GType type, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const char *nick = NULL;
  const GEnumValue *found;

  if (!g_variant_lookup (dictionary, name, "&s", &nick))
    return;
  found = g_enum_get_value_by_nick (klass, nick);
  if (found != NULL)
    *value = found->value;
}

static GVariant *
pack_widths (const ToriReportOptions *options)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sd}"));

  for (int i = 0; i < TORI_N_REPORT_COLUMNS; i++)
    if (options->widths[i] > 0)
      g_variant_builder_add (&builder, "{sd}", get_nick (TORI_TYPE_REPORT_COLUMN, i), options->widths[i]);
  return g_variant_builder_end (&builder);
}

static void
unpack_widths (ToriReportOptions *options, GVariant *dictionary)
{
  g_autoptr (GVariant) widths = g_variant_lookup_value (dictionary, "widths", G_VARIANT_TYPE ("a{sd}"));

  for (int i = 0; widths != NULL && i < TORI_N_REPORT_COLUMNS; i++)
    g_variant_lookup (widths, get_nick (TORI_TYPE_REPORT_COLUMN, i), "d", &options->widths[i]);
}

static GVariant *
pack (const ToriReportOptions *options, const char *const *approvals)
{
  const ToriReportMargins *margins = &options->margins;
  g_auto (GVariantDict) dictionary = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dictionary, "form", "s", get_nick (TORI_TYPE_REPORT_FORM, (int) options->form));
  g_variant_dict_insert (&dictionary, "paper", "s", get_nick (TORI_TYPE_PAPER, (int) options->paper));
  g_variant_dict_insert (&dictionary, "portrait", "b", options->portrait);
  g_variant_dict_insert (&dictionary, "font-size", "d", options->font_size);
  g_variant_dict_insert (&dictionary, "binding", "s", get_nick (TORI_TYPE_BINDING, (int) options->binding));
  g_variant_dict_insert (&dictionary, "margins", "(dddd)", margins->left, margins->right, margins->top,
                         margins->bottom);
  g_variant_dict_insert_value (&dictionary, "widths", pack_widths (options));
  g_variant_dict_insert (&dictionary, "approvals", "^as", approvals);
  g_variant_dict_insert (&dictionary, "approvals-shown", "b", options->approvals != NULL);
  g_variant_dict_insert (&dictionary, "dated", "b", g_strcmp0 (options->date, "") != 0);
  return g_variant_dict_end (&dictionary);
}

static void
unpack (ToriReportSettings *self, ToriReportKind kind, GVariant *dictionary)
{
  ToriReportOptions *options = self->options[kind];
  ToriReportMargins *margins = &options->margins;
  int form = (int) options->form, paper = (int) options->paper, binding = (int) options->binding;
  char **approvals = NULL;
  gboolean shown = FALSE, dated = TRUE;

  look_up_nick (dictionary, "form", TORI_TYPE_REPORT_FORM, &form);
  look_up_nick (dictionary, "paper", TORI_TYPE_PAPER, &paper);
  look_up_nick (dictionary, "binding", TORI_TYPE_BINDING, &binding);
  options->form = (ToriReportForm) form;
  options->paper = (ToriPaper) paper;
  options->binding = (ToriBinding) binding;
  g_variant_lookup (dictionary, "portrait", "b", &options->portrait);
  g_variant_lookup (dictionary, "font-size", "d", &options->font_size);
  g_variant_lookup (dictionary, "margins", "(dddd)", &margins->left, &margins->right, &margins->top,
                    &margins->bottom);
  unpack_widths (options, dictionary);
  if (g_variant_lookup (dictionary, "approvals", "^as", &approvals))
    {
      g_strfreev (self->approvals[kind]);
      self->approvals[kind] = approvals;
    }
  g_variant_lookup (dictionary, "approvals-shown", "b", &shown);
  if (shown)
    options->approvals = (const char *const *) g_strdupv (self->approvals[kind]);
  g_variant_lookup (dictionary, "dated", "b", &dated);
  if (!dated)
    options->date = g_strdup ("");
}

/* --- The class --- */

static void
tori_report_settings_finalize (GObject *object)
{
  ToriReportSettings *self = TORI_REPORT_SETTINGS (object);

  for (guint i = 0; i < N_KINDS; i++)
    {
      tori_report_options_free (self->options[i]);
      g_strfreev (self->approvals[i]);
    }
  G_OBJECT_CLASS (tori_report_settings_parent_class)->finalize (object);
}

static void
tori_report_settings_class_init (ToriReportSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_report_settings_finalize;

  /**
   * ToriReportSettings::changed:
   * @self: settings
   *
   * Another kind is chosen, or its options are others.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TORI_TYPE_REPORT_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
tori_report_settings_init (ToriReportSettings *self)
{
}

/**
 * tori_report_settings_new:
 * @year: the fiscal year to begin with
 * @approvals: titles of the boxes for approval that are offered to who never set any
 *
 * Returns: (transfer full): settings as they were left, with the table chosen
 */
ToriReportSettings *
tori_report_settings_new (int year, const char *const *approvals)
{
  ToriReportSettings *self = g_object_new (TORI_TYPE_REPORT_SETTINGS, NULL);

  for (ToriReportKind kind = 0; kind < N_KINDS; kind++)
    {
      const ToriReportOptions plain = { .kind = kind, .year = year };
      g_autoptr (GVariant) remembered =
          tori_settings_get_entry (KEY, get_nick (TORI_TYPE_REPORT_KIND, (int) kind));

      self->options[kind] = tori_report_options_copy (&plain);
      self->approvals[kind] = g_strdupv ((char **) approvals);
      if (remembered != NULL)
        unpack (self, kind, remembered);
    }
  return self;
}

/**
 * tori_report_settings_get:
 * @self: settings
 *
 * Returns: (transfer none): the options of the kind that is chosen; until they are changed
 */
const ToriReportOptions *
tori_report_settings_get (ToriReportSettings *self)
{
  g_return_val_if_fail (TORI_IS_REPORT_SETTINGS (self), NULL);

  return self->options[self->kind];
}

/**
 * tori_report_settings_peek:
 * @self: settings
 * @kind: a kind of report
 *
 * Returns: (transfer none): the options of that kind, chosen or not; until they are changed
 */
const ToriReportOptions *
tori_report_settings_peek (ToriReportSettings *self, ToriReportKind kind)
{
  g_return_val_if_fail (TORI_IS_REPORT_SETTINGS (self), NULL);
  g_return_val_if_fail (kind < N_KINDS, NULL);

  return self->options[kind];
}

/**
 * tori_report_settings_set:
 * @self: settings
 * @options: other options of the kind that is chosen; its words may be those of the former options. The year
 *   holds for all kinds.
 */
void
tori_report_settings_set (ToriReportSettings *self, const ToriReportOptions *options)
{
  ToriReportOptions *copy;

  g_return_if_fail (TORI_IS_REPORT_SETTINGS (self));
  g_return_if_fail (options->kind == self->kind);

  copy = tori_report_options_copy (options);
  tori_report_options_free (self->options[self->kind]);
  self->options[self->kind] = copy;
  for (guint i = 0; i < N_KINDS; i++)
    self->options[i]->year = copy->year;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tori_report_settings_choose:
 * @self: settings
 * @kind: a kind of report
 * @part: (nullable): the id of a department or division; NULL for all
 */
void
tori_report_settings_choose (ToriReportSettings *self, ToriReportKind kind, const char *part)
{
  const char *const only[] = { part, NULL };
  ToriReportOptions options;

  g_return_if_fail (TORI_IS_REPORT_SETTINGS (self));
  g_return_if_fail (kind < N_KINDS);

  self->kind = kind;
  options = *self->options[kind];
  options.only = part == NULL ? NULL : only;
  tori_report_settings_set (self, &options);
}

/**
 * tori_report_settings_get_approvals:
 * @self: settings
 *
 * Returns: (transfer none): the titles of the boxes for approval, whether they are shown or not
 */
const char *const *
tori_report_settings_get_approvals (ToriReportSettings *self)
{
  g_return_val_if_fail (TORI_IS_REPORT_SETTINGS (self), NULL);

  return (const char *const *) self->approvals[self->kind];
}

/**
 * tori_report_settings_set_approvals:
 * @self: settings
 * @titles: titles of the boxes for approval
 * @shown: whether there are such boxes on paper
 */
void
tori_report_settings_set_approvals (ToriReportSettings *self, const char *const *titles, gboolean shown)
{
  char **former;
  ToriReportOptions options;

  g_return_if_fail (TORI_IS_REPORT_SETTINGS (self));

  former = self->approvals[self->kind];
  self->approvals[self->kind] = g_strdupv ((char **) titles); /* which may be the former */
  g_strfreev (former);
  options = *self->options[self->kind];
  options.approvals = shown ? (const char *const *) self->approvals[self->kind] : NULL;
  tori_report_settings_set (self, &options);
}

/**
 * tori_report_settings_store:
 * @self: settings
 *
 * Remembers how every kind is laid out.
 */
void
tori_report_settings_store (ToriReportSettings *self)
{
  g_return_if_fail (TORI_IS_REPORT_SETTINGS (self));

  for (ToriReportKind kind = 0; kind < N_KINDS; kind++)
    tori_settings_set_entry (KEY, get_nick (TORI_TYPE_REPORT_KIND, (int) kind),
                             pack (self->options[kind], (const char *const *) self->approvals[kind]));
}
