/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge/tori-change.h"

G_BEGIN_DECLS

char *tori_change_words_subject (const ToriChange *change);
char *tori_change_words_place (const ToriChange *change);
char *tori_change_words_value (const ToriChange *change, ToriRecord *record);
char *tori_change_words (const ToriChange *change);

G_END_DECLS
