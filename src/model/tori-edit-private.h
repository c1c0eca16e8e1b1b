/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-edit.h"

G_BEGIN_DECLS

typedef void (*ToriEditVisit) (ToriRecord *record, gpointer data);

/* tori-edit.c */
void tori_edit_walk (ToriRecord *record, ToriEditVisit visit, gpointer data);
char *tori_edit_dup_next_number (ToriPlan *plan);

G_END_DECLS
