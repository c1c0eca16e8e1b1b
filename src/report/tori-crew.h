/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-setter.h"

G_BEGIN_DECLS

/* Those who set the rows of a sheet: the thread that makes the pages, and others beside it. */
typedef struct _ToriCrew ToriCrew;

ToriCrew *tori_crew_new (double font_size, GError **error);
void tori_crew_free (ToriCrew *self);
ToriSetter *tori_crew_get_setter (ToriCrew *self);
guint tori_crew_get_size (ToriCrew *self);
void tori_crew_add (ToriCrew *self, ToriContent *content, const double *columns, guint n_columns);
void tori_crew_finish (ToriCrew *self, ToriContent *content);
void tori_crew_stop (ToriCrew *self);

void tori_crew_set_default_size (guint size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriCrew, tori_crew_free)

G_END_DECLS
